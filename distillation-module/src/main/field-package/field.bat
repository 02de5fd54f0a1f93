@echo off
rem 3D field station for lab PCs with Windows 10 and newer. field.bat --host ADDRESS --ticket DIGITS; without arguments it asks.
rem Java: the folder jre beside this file, else JAVA_HOME, else the PATH; 17 or newer. ASCII only; messages are in words\.
rem Exit codes: 0 fine, 1 failed, 2 wrong argument or no Java, 3 this computer cannot draw.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "LOG=%TEMP%\openots-field-%RANDOM%.txt"

call :find_java
if errorlevel 1 (
  call :say no-java.txt
  pause
  exit /b 2
)

set "ASKED="
if "%~1"=="" call :ask
if defined ASKED (
  call :start --host "%STATION%" --ticket "%TICKET%"
) else (
  call :start %*
)
set "CODE=%ERRORLEVEL%"
if exist "%LOG%" call :show "%LOG%"
del /q "%LOG%" 2>nul
if not "%CODE%"=="0" if defined ASKED pause
exit /b %CODE%

rem --- subroutines ---------------------------------------------------------------------------------------------------

:start
"%JAVA%" -Xmx400m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 --enable-native-access=ALL-UNNAMED -cp "%HERE%lib\*" org.openots.distillation.field3d.app.FieldStation %* >"%LOG%" 2>&1
exit /b %ERRORLEVEL%

:ask
call :say ask.txt
set "STATION="
set "TICKET="
set /p "STATION=1 > "
set /p "TICKET=2 > "
set "ASKED=yes"
exit /b 0

rem Prints a UTF-8 message and puts the console's code page back.
:say
call :show "%HERE%words\%~1"
exit /b 0

:show
for /f "tokens=2 delims=:." %%c in ('chcp') do set "PAGE=%%c"
chcp 65001 >nul
type "%~1"
chcp %PAGE% >nul
exit /b 0

rem Sets JAVA to a javaw.exe of Java 17 or newer. No values inside blocks: they may hold ( or ).
:find_java
set "JAVA=%HERE%jre\bin\javaw.exe"
call :is_java
if not errorlevel 1 exit /b 0
if not defined JAVA_HOME goto find_java_in_path
set "JAVA=%JAVA_HOME%\bin\javaw.exe"
call :is_java
if not errorlevel 1 exit /b 0
:find_java_in_path
for /f "delims=" %%p in ('where javaw.exe 2^>nul') do (
  set "JAVA=%%p"
  call :is_java
  if not errorlevel 1 exit /b 0
)
exit /b 1

:is_java
if not exist "%JAVA%" exit /b 1
"%JAVA%" -XshowSettings:properties -version >"%LOG%" 2>&1
set "VERSION="
for /f "usebackq tokens=1,3" %%a in ("%LOG%") do if "%%a"=="java.specification.version" set "VERSION=%%b"
del /q "%LOG%" 2>nul
for /f "delims=." %%m in ("%VERSION%") do set "VERSION=%%m"
if not defined VERSION exit /b 1
if %VERSION% LSS 17 exit /b 1
exit /b 0
